/**
 * A file of certified numbers that outlives the program: what is finished is kept, whatever ends a
 * run, and is not computed again. Each number is a pure function of its key, computed beside no
 * other, so that what a file gives does not depend on its history.
 */
package dev.zonal.store;
