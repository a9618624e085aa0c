/**
 * Kernels of images: those of convolutional networks on a circle or a torus of pixels
 * (docs/theory.md, section 21).
 */
package dev.zonal.data.image;
