/** The catalogue of kernels, and the text that names one of them (docs/specification.md). */
package dev.zonal.kernel.specification;
