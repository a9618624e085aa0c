/**
 * For tests of kernels, ours and other people's: jqwik arbitraries of the catalogue, and properties
 * that every kernel must have. Whoever uses it brings jqwik (net.jqwik:jqwik); nothing else in
 * Zonal needs it.
 */
package dev.zonal.testkit;
