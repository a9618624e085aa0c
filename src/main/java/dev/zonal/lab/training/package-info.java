/**
 * Networks of finite width while they are trained: how far their tangent kernel moves, and how many
 * steps they need inside and outside the lazy regime.
 */
package dev.zonal.lab.training;
