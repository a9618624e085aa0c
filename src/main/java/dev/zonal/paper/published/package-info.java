/** The papers, a class each: what they claim, and what is computed to see it. */
package dev.zonal.paper.published;
