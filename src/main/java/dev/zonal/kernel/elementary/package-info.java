/** Kernels that are elementary functions of the angle (docs/theory.md, sections 5.1 and 5.5). */
package dev.zonal.kernel.elementary;
