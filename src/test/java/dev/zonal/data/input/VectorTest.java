package dev.zonal.data.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class VectorTest {
  @Provide
  Arbitrary<List<Rational>> coordinates() {
    return Arbitraries.integers()
        .between(-99, 99)
        .flatMap(n -> Arbitraries.integers().between(1, 12).map(d -> Rational.of(n, d)))
        .list()
        .ofSize(3);
  }

  @Property(tries = 200)
  void productsAndDistancesAreThoseOfTheCoordinates(
      @ForAll("coordinates") List<Rational> a, @ForAll("coordinates") List<Rational> b) {
    Vector x = Vector.of(a);
    Vector z = Vector.of(b);
    Rational product = Rational.ZERO;
    Rational distance = Rational.ZERO;
    for (int i = 0; i < a.size(); i++) {
      assertEquals(a.get(i), x.coordinate(i));
      product = product.add(a.get(i).multiply(b.get(i)));
      distance = distance.add(a.get(i).subtract(b.get(i)).pow(2));
    }
    assertEquals(product, x.dot(z));
    assertEquals(distance, x.squaredDistance(z));
    assertEquals(x.dot(x), x.squaredNorm());
    assertEquals(a.equals(b), x.equals(z));
    assertEquals(x, Vector.of(List.copyOf(a)));
    assertEquals(x.hashCode(), Vector.of(List.copyOf(a)).hashCode());
  }

  @Test
  void aVectorHasCoordinatesAndMeetsThoseOfItsDimensionOnly() {
    assertThrows(IllegalArgumentException.class, () -> Vector.of(List.of()));
    Vector x = Vector.of(List.of(Rational.ONE));
    Vector z = Vector.of(List.of(Rational.ZERO, Rational.ZERO));
    assertThrows(IllegalArgumentException.class, () -> x.dot(z));
    assertThrows(IllegalArgumentException.class, () -> x.squaredDistance(z));
    assertTrue(z.isZero());
    assertEquals("(0,0)", z.toString());
  }

  @Test
  void sequencesAndImagesAreOfVectorsOfOneDimension() {
    Vector x = Vector.of(List.of(Rational.ONE));
    Vector z = Vector.of(List.of(Rational.ZERO, Rational.ZERO));
    assertThrows(IllegalArgumentException.class, () -> new Sequence(List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Sequence(List.of(x, z)));
    assertThrows(IllegalArgumentException.class, () -> new Image(1, 2, 1, List.of(x)));
    assertThrows(IllegalArgumentException.class, () -> new Image(1, 2, 1, List.of(x, z)));
    assertThrows(IllegalArgumentException.class, () -> new Image(1, 2, 2, List.of(x, x)));
    assertEquals(z, new Image(2, 1, 2, List.of(z, z)).at(1, 0));
  }
}
