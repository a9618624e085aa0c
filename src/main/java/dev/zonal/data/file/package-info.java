/** Files of vectors, sequences and images, read exactly; what is wrong with one, by its place. */
package dev.zonal.data.file;
