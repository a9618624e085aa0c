package dev.zonal.kernel.singularity;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.region.ComplexDisc;
import dev.zonal.arithmetic.region.ComplexJet;

/** A kernel near its singularity as a function of w = sqrt(1 - u/u_*), by its jets on discs. */
record OddPart(SingularPoint point) {
  /** f. */
  ComplexJet whole(ComplexDisc box) {
    return at(new RootJets(box, point.layer(), 1));
  }

  private ComplexJet at(RootJets over) {
    return point.kernel().evaluate(over, over.at(enclosure(point.at())));
  }

  /** ((f(w) - f(-w))/2 - leading w^(-2 mu) - next w^(2 - 2 mu)) w^(2 mu - 4). */
  ComplexJet rest(ComplexDisc box) {
    RootJets over = new RootJets(box, point.layer(), 1);
    RootJets other = new RootJets(box, point.layer(), -1);
    ComplexJet odd = over.scale(over.subtract(at(over), at(other)), Rational.of(1, 2));
    int first = point.order().multiply(-2).numerator().intValueExact();
    ComplexJet square = over.power(2);
    ComplexJet known =
        over.add(constant(point.leading()), over.multiply(constant(point.next()), square));
    return over.multiply(
        over.subtract(odd, over.multiply(known, over.power(first))), over.power(-first - 4));
  }

  private static ComplexJet constant(Ball value) {
    ComplexDisc disc = enclosure(value);
    return new ComplexJet(disc, ComplexDisc.ZERO, disc);
  }

  private static ComplexDisc enclosure(Ball value) {
    Rational reach = value.upper().subtract(value.lower());
    return ComplexDisc.of(value.lower()).inflate(ComplexDisc.of(reach).modulus());
  }
}
