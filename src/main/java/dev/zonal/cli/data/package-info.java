/** The commands about data: files of points in, certified numbers out. */
package dev.zonal.cli.data;
