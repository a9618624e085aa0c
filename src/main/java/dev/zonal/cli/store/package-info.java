/** Runs that survive: numbers kept in a file, and what can be done with such a file. */
package dev.zonal.cli.store;
