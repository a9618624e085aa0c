/** Options that commands share, and the grammars of their values. */
package dev.zonal.cli.option;
