/** The console, where Symja runs in a process of its own and nothing it says is shown unchecked. */
package dev.zonal.symbolic.console;
