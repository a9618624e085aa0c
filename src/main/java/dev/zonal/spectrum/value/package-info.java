/**
 * What an eigenvalue is: an enclosure with the way it was obtained, or the reason why there is
 * none.
 */
package dev.zonal.spectrum.value;
