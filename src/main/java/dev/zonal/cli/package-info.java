/**
 * The command line: options in, exit codes out, one class to a command. Nothing is computed here;
 * every command asks the packages below for a result and {@code dev.zonal.report} to write it.
 */
package dev.zonal.cli;
