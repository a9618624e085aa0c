/**
 * What papers say, tested: each claim with what is found of it by the program itself. No number is
 * here but those that are claimed.
 */
package dev.zonal.paper;
