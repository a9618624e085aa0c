/**
 * Ridge regression with a kernel, and with features of it: what either costs, and how well it does.
 */
package dev.zonal.lab.ridge;
