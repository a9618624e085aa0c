/**
 * Where results, messages and progress go: a file appears completely or not at all; and the words
 * of a command, with what is made of them.
 */
package dev.zonal.cli.terminal;
