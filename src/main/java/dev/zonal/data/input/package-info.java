/** What kernels of data are evaluated at: vectors of exact numbers, and files of them. */
package dev.zonal.data.input;
