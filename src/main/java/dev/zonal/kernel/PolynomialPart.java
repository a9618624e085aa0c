package dev.zonal.kernel;

/**
 * The odd or the even part of a function, where it is a polynomial: of an activation, or of a
 * kernel as a function of u, whose eigenvalues of that parity then vanish beyond the degree,
 * exactly.
 *
 * @param odd whether it is the odd part
 * @param degree of the polynomial; -1 if that part is zero
 */
public record PolynomialPart(boolean odd, int degree) {}
