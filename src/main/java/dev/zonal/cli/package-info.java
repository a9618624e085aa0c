/**
 * The command line: options in, exit codes out. Nothing is computed here; every command asks the
 * packages below for a result and for the document that shows it.
 */
package dev.zonal.cli;
