/** What was found of the claims of papers, as results in every format. */
package dev.zonal.paper.page;
