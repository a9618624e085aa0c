/** The command line: options in, exit codes out. Nothing is computed here. */
package dev.zonal.cli;
