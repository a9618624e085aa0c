package dev.zonal.arithmetic.elementary;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/** The two halves of Lemma 3.3, either of which would hide an error of the other. */
class BinaryConstantTest {
  private static final int DIGITS = 300;
  private static final int ERROR = 200;

  private static Apfloat value(BinaryConstant constant) {
    return constant == BinaryConstant.PI
        ? ApfloatMath.pi(DIGITS)
        : ApfloatMath.log(new Apfloat(2, DIGITS));
  }

  @Property
  void anExpansionIsWithinTheErrorsOfItsSeries(@ForAll BinaryConstant constant) {
    Apfloat exact = value(constant);
    for (int bits = 32; bits < 700; bits++) {
      Apfloat unit = new Apfloat(BigInteger.ONE.shiftLeft(bits), DIGITS);
      Apfloat computed = new Apfloat(constant.compute(bits).value(), DIGITS);
      Apfloat error = ApfloatMath.abs(exact.multiply(unit).subtract(computed));
      assertTrue(error.compareTo(new Apfloat(ERROR)) < 0, error + " units in " + bits + " bits");
    }
  }

  /** Just before a longer one is made, and just after. */
  @Property
  void theExpansionKeptHasBitsForTheErrorsOfItsSeries(@ForAll BinaryConstant constant) {
    int longest = constant.kept(1).bits();
    for (int bits = Math.max(1, longest - 100); bits <= longest + 1; bits++) {
      double error = Math.scalb((double) ERROR, bits - constant.kept(bits).bits());
      assertTrue(error + 1 < 2, error + " units for " + bits + " bits");
    }
  }
}
