/** What kernels of data are evaluated at: vectors, sequences and images of exact numbers. */
package dev.zonal.data.input;
