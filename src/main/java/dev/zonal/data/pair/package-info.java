/** Kernels of two inputs, over any arithmetic: vectors of any norm, sequences, images. */
package dev.zonal.data.pair;
