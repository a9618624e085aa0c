/**
 * What a layer of a network does to the angle between two inputs, and the recursion of a kernel
 * from layer to layer, over any arithmetic (docs/theory.md, sections 5.3, 5.4 and 5.9).
 */
package dev.zonal.kernel.layer;
