/** The commands under {@code zonal plot}: figures for papers. */
package dev.zonal.cli.plot;
