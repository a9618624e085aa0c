package dev.zonal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.BallArithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.testkit.Kernels;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One kernel, one normal form, whatever it is called. */
class NormalFormTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(150);

  private static Kernel kernel(String specification) {
    return KernelSpecification.parse(specification);
  }

  @ParameterizedTest
  @CsvSource({
    "'gammaexp:c=3/2,gamma=1', laplace:c=3/2",
    "'matern:nu=1/2,c=3/2', laplace:c=3/2",
    "'gammaexp:c=2,gamma=2', gaussian:c=2",
    "fcnngp:L=1, arccos:n=1",
    "'fcnngp:L=1,beta=0,bias=propagated', arccos:n=1"
  })
  void otherNamesOfOneKernelHaveOneNormalForm(String name, String other) {
    assertEquals(kernel(other).normalForm(), kernel(name).normalForm());
    assertEquals(name, name.contains("beta") ? name : kernel(name).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "'gammaexp:c=2,gamma=1999/1000', gaussian:c=2",
    "'matern:nu=3/2,c=1', laplace:c=1",
    "fcnngp:L=2, arccos:n=1",
    "'fcnngp:L=1,beta=1,bias=propagated', arccos:n=1"
  })
  void kernelsThatOnlyResembleEachOtherKeepTheirs(String one, String two) {
    assertTrue(!kernel(one).normalForm().equals(kernel(two).normalForm()));
  }

  @Property
  void theNormalFormIsTheSameFunction(
      @ForAll("kernels") Kernel kernel, @ForAll("cosines") Rational u) {
    assertTrue(value(kernel, u).overlaps(value(kernel.normalForm(), u)), kernel + " at " + u);
    assertEquals(kernel.normalForm(), kernel.normalForm().normalForm());
    assertEquals(kernel.isMixtureOfGaussians(), kernel.normalForm().isMixtureOfGaussians());
  }

  private static Ball value(Kernel kernel, Rational u) {
    // A power of the chord with a negative exponent has no value at u = 1.
    Rational inside = u.equals(Rational.ONE) ? Rational.of(1, 3) : u;
    return kernel.evaluate(OVER, ChordAngle.ofCosine(OVER, inside));
  }

  @Provide
  Arbitrary<Kernel> kernels() {
    return Kernels.all();
  }

  @Provide
  Arbitrary<Rational> cosines() {
    return Kernels.cosines();
  }
}
