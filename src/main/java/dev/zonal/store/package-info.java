/**
 * A file of certified numbers that outlives the program: what is finished is kept, whatever ends a
 * run, and is not computed again. Each number is computed beside no other, so that what a file
 * gives does not depend on its history: the digits are those of the correct rounding, of which
 * there is one, and bounds and methods those of the key.
 *
 * <p>Nothing here is believed because it is there: a row whose seal or whose digits do not fit its
 * enclosure is refused, and {@link dev.zonal.store.StoreAudit} computes rows again.
 */
package dev.zonal.store;
