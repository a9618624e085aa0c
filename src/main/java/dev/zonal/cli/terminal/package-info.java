/** Where results, messages and progress go: a file appears completely or not at all. */
package dev.zonal.cli.terminal;
