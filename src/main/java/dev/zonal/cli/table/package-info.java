/** Tables by a description under version control. */
package dev.zonal.cli.table;
