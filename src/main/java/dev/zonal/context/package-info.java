/**
 * What a computation is told from outside: how long it may take, whether it is still wanted, and
 * who hears how far it has come. No mathematics.
 */
package dev.zonal.context;
