/** The laws of the weights of a network, and which of its kernels is meant. */
package dev.zonal.lab.weight;
