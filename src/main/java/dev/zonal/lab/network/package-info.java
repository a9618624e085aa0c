/**
 * Networks of finite width in doubles: their weights, what they compute, their empirical kernels,
 * and how they are trained. Whatever is drawn depends on a seed and on nothing else.
 */
package dev.zonal.lab.network;
