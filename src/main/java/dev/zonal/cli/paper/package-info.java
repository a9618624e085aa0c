/** The command that tests what papers say. */
package dev.zonal.cli.paper;
