/**
 * What a computation finds outside: how long it may take, whether it is still wanted, who hears how
 * far it has come, and which optional libraries are there. No mathematics.
 */
package dev.zonal.context;
