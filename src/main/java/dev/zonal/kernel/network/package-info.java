/**
 * Kernels of networks, each of them a layer and a recursion (docs/theory.md, sections 5.2 to 5.4).
 */
package dev.zonal.kernel.network;
