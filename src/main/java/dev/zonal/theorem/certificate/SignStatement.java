package dev.zonal.theorem.certificate;

import java.util.List;
import java.util.Optional;

/**
 * That all eigenvalues are positive, or that none is negative (docs/theory.md, Theorems 13.1 and
 * 13.1a).
 *
 * @param zerosAllowed whether an eigenvalue may be zero
 */
public record SignStatement(String name, int digits, boolean zerosAllowed) implements Statement {
  public static final Statement POSITIVITY = new SignStatement("positivity", 8, false);
  public static final Statement SEMIDEFINITE = new SignStatement("semidefinite", 12, true);

  @Override
  public void conclude(List<Evidence> evidence, Conclusion conclusion) {
    conclusion.requireSign(evidence.get(0), zerosAllowed);
    conclusion.tellSign(evidence.get(0));
  }

  @Override
  public Optional<Refutation> refute(int dimension, List<Evidence> evidence) {
    boolean isZero = evidence.get(0).enclosures().values().stream().anyMatch(Interval::isZero);
    return isZero && !zerosAllowed
        ? Optional.of(Refutation.ZERO)
        : Refutation.ofSign(dimension, evidence.get(0));
  }

  @Override
  public boolean listsZeros() {
    return zerosAllowed;
  }
}
