package dev.zonal.kernel.recurrent;

import dev.zonal.kernel.layer.SeriesAlgebra;

/**
 * The units of a recurrent network as power series in u with coefficients that are not negative,
 * whose sizes are forgotten (docs/theory.md, Lemma 22.4).
 *
 * @param <S> what is known of a series
 */
final class UnitSeries<S> {
  private final SeriesAlgebra<S> over;
  private final S dual;
  private final S slope;

  private record Seen<S>(S covariance, S tangent) {}

  UnitSeries(SeriesAlgebra<S> over, RecurrentNetwork network) {
    this.over = over;
    this.dual = network.activation().series(over);
    this.slope = over.derivative(dual);
  }

  S process(Units units) {
    return value(units.last(this::seen).covariance);
  }

  S tangent(Units units) {
    Seen<S> last = units.last(this::seen);
    return over.sum(value(last.covariance), passed(last));
  }

  private Seen<S> seen(Unit unit, Seen<S> past, Seen<S> below) {
    S covariance = unit.input().isZero() ? over.zero() : over.power(1);
    if (!unit.constant().isZero()) {
      covariance = over.sum(covariance, over.power(0));
    }
    if (past != null) {
      covariance = over.sum(covariance, value(past.covariance));
    }
    if (below != null) {
      covariance = over.sum(covariance, value(below.covariance));
    }
    S tangent = covariance;
    if (past != null) {
      tangent = over.sum(tangent, passed(past));
    }
    if (below != null) {
      tangent = over.sum(tangent, passed(below));
    }
    return new Seen<>(covariance, tangent);
  }

  private S value(S covariance) {
    return over.composition(dual, covariance);
  }

  private S passed(Seen<S> from) {
    return over.product(over.composition(slope, from.covariance), from.tangent);
  }
}
