package dev.zonal.verifier.matrix;

import dev.zonal.data.input.Vector;
import dev.zonal.data.pair.VectorKernel;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.PolynomialPart;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.verifier.document.Claims.OfMatrix;
import dev.zonal.verifier.document.Claims.Pair;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whether pairs of points make the matrix of a kernel singular (Proposition 19.6). */
final class SingularPoints {
  private final OfMatrix<?> claims;

  SingularPoints(OfMatrix<?> claims) {
    this.claims = claims;
  }

  boolean areSingular() {
    Pair first = claims.pairs().get(0);
    boolean isOne = claims.pairs().size() == 1;
    if (isOne && point(first.first()).equals(point(first.second()))) {
      return first.first() != first.second();
    }
    if (!(point(1) instanceof Vector)) {
      return false;
    }
    Kernel kernel = KernelSpecification.parse(claims.kernel().specification());
    if (!claims.onSphere() && !VectorKernel.isHomogeneous(kernel)) {
      return false;
    }
    if (isOne && sign(first) > 0) {
      // Two points, for a point equals itself.
      return true;
    }
    Set<Integer> points = new HashSet<>();
    for (Pair pair : claims.pairs()) {
      if (sign(pair) >= 0 || !points.add(pair.first()) || !points.add(pair.second())) {
        return false;
      }
    }
    return BigInteger.valueOf(claims.pairs().size()).compareTo(rank(kernel)) > 0;
  }

  private Object point(int number) {
    return claims.points().get(number - 1);
  }

  /** 1 if two vectors have one direction, -1 if they have opposite directions, else 0. */
  private int sign(Pair pair) {
    Vector x = (Vector) point(pair.first());
    Vector z = (Vector) point(pair.second());
    BigInteger product = x.integerDot(z);
    BigInteger norms = x.integerSquare().multiply(z.integerSquare());
    return product.multiply(product).equals(norms) ? product.signum() : 0;
  }

  /** Of the part of the kernel that is a polynomial of degree N: that of its homogeneous ones. */
  private BigInteger rank(Kernel kernel) {
    Optional<PolynomialPart> part = kernel.normalForm().polynomialPart();
    BigInteger rank = part.isEmpty() ? BigInteger.valueOf(Long.MAX_VALUE) : BigInteger.ONE;
    if (part.isPresent() && part.get().degree() < 0) {
      return BigInteger.ZERO;
    }
    int dimension = ((Vector) point(1)).dimension();
    for (int i = 1; part.isPresent() && i < dimension; i++) {
      rank =
          rank.multiply(BigInteger.valueOf(part.get().degree() + (long) i))
              .divide(BigInteger.valueOf(i));
    }
    return rank;
  }
}
