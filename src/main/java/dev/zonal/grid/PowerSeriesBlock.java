package dev.zonal.grid;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.ball.Ball;

/**
 * The first coefficients of a kernel as a power series in u, and the rest.
 *
 * @param coefficients the b_n
 * @param rest an enclosure of the sum of all further |b_n|, or the reason why none is claimed
 */
public record PowerSeriesBlock(Block<Key.Coefficient> coefficients, Certification<Ball> rest) {}
