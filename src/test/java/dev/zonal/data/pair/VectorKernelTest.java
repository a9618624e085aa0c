package dev.zonal.data.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.data.input.Vector;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.tail.RationalKnowledge;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VectorKernelTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(160);
  private static final String ZERO = "0,0,0";

  private static Kernel kernel(String specification) {
    return KernelSpecification.parse(specification);
  }

  private static Vector vector(String coordinates) {
    return Vector.of(Stream.of(coordinates.split(",")).map(Rational::parse).toList());
  }

  private static Ball value(String specification, Vector x, Vector z) {
    return VectorKernel.of(kernel(specification)).value(OVER, x, z);
  }

  private static Ball value(String specification, String x, String z) {
    return value(specification, vector(x), vector(z));
  }

  private static Vector times(Rational factor, Vector x) {
    List<Rational> coordinates = new ArrayList<>();
    for (int i = 0; i < x.dimension(); i++) {
      coordinates.add(x.coordinate(i).multiply(factor));
    }
    return Vector.of(coordinates);
  }

  private static void assertSame(Ball expected, Ball found, int bits) {
    assertTrue(expected.overlaps(found), () -> expected + " and " + found);
    assertTrue(found.isExact() || found.accuracyBits() > bits, found::toString);
  }

  @Provide
  Arbitrary<String> kernels() {
    return Arbitraries.of(
        "fcntk:L=1",
        "fcntk:L=3",
        "fcnngp:L=2",
        "arccos:n=0",
        "arccos:n=2",
        "ntk:act=abs,L=2,sw2=2,sb2=1/3",
        "ntk:act=relu,power=2,L=1,sw2=1",
        "ntk:act=erf,L=2,sw2=3/2,sb2=1/10",
        "ntk:act=gelu,L=2,sw2=2,train=hidden",
        "nngp:act=cos,L=2,sw2=1",
        "nngp:act=step,L=1,sw2=1,sb2=1",
        "nngp:act=exp,L=1,sw2=1/10",
        "resntk:L=2,alpha=1/2",
        "resntk:L=2,alpha=1/2,train=all,act=erf,sw2=1",
        "resnngp:L=3,alpha=1",
        "laplace:c=1",
        "gaussian:c=1/2",
        "gammaexp:gamma=1/2,c=1",
        "matern:nu=5/2,c=1",
        "chord:s=1",
        "polynomial:[1/2,0,1/3,1]");
  }

  @Provide
  Arbitrary<Rational> rationals() {
    return Arbitraries.integers()
        .between(-30, 30)
        .flatMap(n -> Arbitraries.integers().between(1, 12).map(d -> Rational.of(n, d)));
  }

  @Provide
  Arbitrary<Rational> factors() {
    return Arbitraries.integers()
        .between(1, 30)
        .flatMap(n -> Arbitraries.integers().between(1, 12).map(d -> Rational.of(n, d)));
  }

  @Provide
  Arbitrary<Vector> vectors() {
    return rationals().list().ofSize(3).map(Vector::of).filter(x -> !x.isZero());
  }

  /** The points (2 s, 2 t, 1 - s^2 - t^2)/(1 + s^2 + t^2) of the unit sphere. */
  @Provide
  Arbitrary<Vector> directions() {
    return Combinators.combine(rationals(), rationals())
        .as(
            (s, t) -> {
              Rational squares = s.multiply(s).add(t.multiply(t));
              Rational scale = squares.add(1).reciprocal();
              return Vector.of(
                  List.of(
                      s.multiply(2).multiply(scale),
                      t.multiply(2).multiply(scale),
                      Rational.ONE.subtract(squares).multiply(scale)));
            });
  }

  @Property(tries = 60)
  void onTheUnitSphereAKernelOfVectorsIsTheZonalOne(
      @ForAll("kernels") String name,
      @ForAll("directions") Vector x,
      @ForAll("directions") Vector z) {
    Ball zonal = kernel(name).evaluate(OVER, ChordAngle.ofCosine(OVER, x.dot(z)));
    assertTrue(zonal.overlaps(value(name, x, z)));
    assertTrue(zonal.overlaps(VectorKernel.onSphere(kernel(name)).value(OVER, x, z)));
  }

  @Property(tries = 40)
  void aKernelOnTheSphereDoesNotSeeTheNorms(
      @ForAll("kernels") String name,
      @ForAll("vectors") Vector x,
      @ForAll("vectors") Vector z,
      @ForAll("factors") Rational a) {
    PairKernel<Vector> onSphere = VectorKernel.onSphere(kernel(name));
    assertTrue(onSphere.value(OVER, x, z).overlaps(onSphere.value(OVER, times(a, x), z)));
  }

  @Property(tries = 60)
  void aKernelIsSymmetricAndItsEnclosuresOfAllPrecisionsMeet(
      @ForAll("kernels") String name, @ForAll("vectors") Vector x, @ForAll("vectors") Vector z) {
    PairKernel<Vector> kernel = VectorKernel.of(kernel(name));
    Ball value = kernel.value(OVER, x, z);
    assertTrue(value.overlaps(kernel.value(OVER, z, x)));
    assertTrue(value.overlaps(kernel.value(BallArithmetic.ofBits(80), x, z)));
    Ball finer = kernel.value(BallArithmetic.ofBits(320), x, z);
    assertTrue(value.overlaps(finer));
    assertTrue(finer.radius().upper().compareTo(value.radius().upper()) <= 0);
  }

  /** x -> (3 x_1 - 4 x_2, 4 x_1 + 3 x_2)/5, then a cyclic change of the coordinates. */
  private static Vector rotated(Vector x) {
    Rational a = x.coordinate(0);
    Rational b = x.coordinate(1);
    return Vector.of(
        List.of(
            x.coordinate(2),
            a.multiply(3).subtract(b.multiply(4)).divide(5),
            a.multiply(4).add(b.multiply(3)).divide(5)));
  }

  @Property(tries = 40)
  void aRotationOfBothPointsChangesNothing(
      @ForAll("kernels") String name, @ForAll("vectors") Vector x, @ForAll("vectors") Vector z) {
    assertTrue(value(name, x, z).overlaps(value(name, rotated(x), rotated(z))));
  }

  @Provide
  Arbitrary<String> homogeneous() {
    return Arbitraries.of(
        "fcntk:L=1",
        "fcntk:L=4",
        "fcnngp:L=2",
        "ntk:act=leaky,slope=1/3,L=2,sw2=3/2",
        "ntk:act=abs,L=2,sw2=1,train=first",
        "resntk:L=3,alpha=1/2",
        "resntk:L=2,alpha=2,train=all,act=abs,sw2=1",
        "resnngp:L=2,alpha=1");
  }

  @Property(tries = 60)
  void aHomogeneousNetworkTakesTheFactorsOfItsInputsOut(
      @ForAll("homogeneous") String name,
      @ForAll("vectors") Vector x,
      @ForAll("vectors") Vector z,
      @ForAll("factors") Rational a,
      @ForAll("factors") Rational b) {
    Ball expected = OVER.scale(value(name, x, z), a.multiply(b));
    Ball found = value(name, times(a, x), times(b, z));
    assertTrue(expected.overlaps(found), () -> expected + " and " + found);
    assertSame(OVER.of(x.squaredNorm()), value(name, x, x), 120);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "pairs.tsv", delimiter = '\t', numLinesToSkip = 1)
  void valuesAreThoseOfTheCovariancesByMpmath(String name, String x, String z, String value) {
    boolean isShort = name.contains("tanh");
    BallArithmetic over = BallArithmetic.ofBits(isShort ? 64 : 160);
    Ball found = VectorKernel.of(kernel(name)).value(over, vector(x), vector(z));
    Ball expected = over.of(Rational.of(new BigDecimal(value)));
    assertTrue(
        expected.inflate(expected.upperMagnitude().shifted(isShort ? -32 : -80)).overlaps(found));
    assertTrue(found.accuracyBits() > (isShort ? 40 : 130), found::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "fcntk:L=2, -1",
    "resntk:L=2;alpha=1, -1",
    "arccos:n=1, 0",
    "arccos:n=0, 0",
    "fcntk:L=1, 0",
  })
  void betweenOppositePointsWhatIsRationalIsKnown(String name, String known) {
    Optional<Rational> exact =
        VectorKernel.of(kernel(name.replace(';', ',')))
            .value(RationalKnowledge.ARITHMETIC, vector("1,2,2"), vector("-2,-4,-4"));
    if (known.equals("0")) {
      assertEquals(Optional.of(Rational.ZERO), exact);
    }
    Ball ball = value(name.replace(';', ','), "1,2,2", "-2,-4,-4");
    exact.ifPresent(rational -> assertTrue(ball.contains(rational)));
  }

  @Test
  void parallelPointsHaveTheProductOfTheirNorms() {
    assertEquals(
        Optional.of(Rational.of(18)),
        VectorKernel.of(kernel("fcntk:L=3"))
            .value(RationalKnowledge.ARITHMETIC, vector("1,2,2"), vector("2,4,4")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fcntk:L=2",
        "ntk:act=erf,L=2,sw2=1",
        "ntk:act=gelu,L=1,sw2=1",
        "nngp:act=step,L=1,sw2=1",
        "ntk:act=tanh,L=1,sw2=1",
        "resntk:L=2,alpha=1",
        "arccos:n=1"
      })
  void unitsThatVanishAtZeroSeeNothingOfTheVectorZero(String name) {
    Ball value = value(name, ZERO, "1,2,3");
    assertTrue(value.isExact() && value.containsZero());
    assertTrue(value(name, ZERO, ZERO).isExact() && value(name, ZERO, ZERO).containsZero());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ntk:act=relu,L=2,sw2=3/2,sb2=1/10",
        "ntk:act=erf,L=2,sw2=3/2,sb2=1/10",
        "ntk:act=gelu,L=1,sw2=3/2,sb2=1/10",
        "nngp:act=step,L=1,sw2=3/2,sb2=1/10",
        "nngp:act=cos,L=2,sw2=3/2",
        "ntk:act=exp,L=1,sw2=1/4",
        "resnngp:L=2,alpha=1/2,act=cos",
      })
  void elsewhereTheValueAtZeroIsTheLimitOfItsNeighbours(String name) {
    Ball value = value(name, ZERO, "1,2,3");
    Ball own = value(name, ZERO, ZERO);
    assertTrue(value.accuracyBits() > 100, value::toString);
    assertTrue(own.isPositive() && own.accuracyBits() > 100, own::toString);
    Rational tiny = Rational.of(1, 2).pow(60);
    String near = tiny + ",0,0";
    Ball error = Ball.exact(1).shifted(-26);
    assertTrue(value.inflate(error).contains(value(name, near, "1,2,3").midpoint()));
    assertTrue(own.inflate(error).contains(value(name, near, near).midpoint()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fcntk:L=2,beta=1/2",
        "fcntk:L=2,beta=1/2,bias=propagated",
        "fcnngp:L=2,beta=1/2,bias=propagated",
        "resntk:L=2,alpha=1,tau=1/2"
      })
  void biasesThatAreGivenBesideInputsOfNormOneAreRefusedOffTheSphere(String name) {
    String message =
        assertThrows(KernelSpecificationException.class, () -> VectorKernel.of(kernel(name)))
            .getMessage();
    assertTrue(message.contains("--on-sphere"), message);
    Ball value = VectorKernel.onSphere(kernel(name)).value(OVER, vector("3,4,0"), vector("0,5,0"));
    assertTrue(
        value.overlaps(kernel(name).evaluate(OVER, ChordAngle.ofCosine(OVER, Rational.of(4, 5)))));
  }

  @Test
  void kernelsThatAreGivenByTheirSpectrumAreRefused() {
    Kernel heat = kernel("heat:t=1/10");
    assertThrows(KernelSpecificationException.class, () -> VectorKernel.of(heat));
    assertThrows(KernelSpecificationException.class, () -> VectorKernel.onSphere(heat));
  }

  @Test
  void theZeroVectorIsNotOnTheSphere() {
    PairKernel<Vector> onSphere = VectorKernel.onSphere(kernel("laplace:c=1"));
    assertThrows(DomainException.class, () -> onSphere.over(OVER, List.of(vector(ZERO))));
  }

  @Test
  void thePaperScaleIsAMultiple() {
    Kernel kernel = kernel("fcntk:L=3");
    PairKernel<Vector> paper = VectorKernel.inPaperScale(kernel, VectorKernel.of(kernel));
    assertTrue(paper.value(OVER, vector("1,0,0"), vector("1,0,0")).contains(Rational.of(4)));
  }

  /** 1 - u is 10^-40: doubles would see no difference. */
  @Test
  void betweenPointsThatNearlyAgreeNothingIsLost() {
    Rational tiny = Rational.of(1, 10).pow(20);
    Vector x = vector("1,0,0");
    Vector z = Vector.of(List.of(Rational.ONE, tiny, Rational.ZERO));
    Ball one = VectorKernel.onSphere(kernel("fcntk:L=3")).value(OVER, x, z);
    assertTrue(OVER.subtract(Ball.exact(1), one).isPositive());
    assertTrue(one.accuracyBits() > 145, one::toString);
  }
}
