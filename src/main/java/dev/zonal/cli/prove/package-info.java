/** The commands that prove statements and check certificates. */
package dev.zonal.cli.prove;
