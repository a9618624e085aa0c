package dev.zonal.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.data.input.DataException;
import dev.zonal.data.input.Image;
import dev.zonal.data.input.Vector;
import dev.zonal.data.pair.PairKernel;
import dev.zonal.data.pair.VectorKernel;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.secondopinion.ApfloatArithmetic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.IntRange;
import org.apfloat.Apfloat;

/** Kernels of convolutional networks against what they are in other words. */
class ConvolutionalKernelTest {
  private static final BallArithmetic BALLS = BallArithmetic.ofBits(200);
  private static final int TRIES = 25;

  @Property(tries = TRIES)
  void a_kernel_is_symmetric(
      @ForAll("kernels") ConvolutionalKernel kernel,
      @ForAll("images") Tuple2<Image, Image> images) {
    assertOverlap(value(kernel, images.get2(), images.get1()), value(kernel, images));
  }

  @Property(tries = TRIES)
  void the_cauchy_schwarz_inequality_holds(
      @ForAll("kernels") ConvolutionalKernel kernel,
      @ForAll("images") Tuple2<Image, Image> images) {
    Ball square = BALLS.square(value(kernel, images));
    Ball product =
        BALLS.multiply(
            value(kernel, images.get1(), images.get1()),
            value(kernel, images.get2(), images.get2()));
    assertTrue(!square.certainlyGreater(product), () -> square + " > " + product);
  }

  @Property(tries = TRIES)
  void a_higher_precision_encloses_the_same_number(
      @ForAll("kernels") ConvolutionalKernel kernel,
      @ForAll("images") Tuple2<Image, Image> images) {
    Ball fine = kernel.value(BallArithmetic.ofBits(400), images.get1(), images.get2());
    assertOverlap(value(kernel, images), fine);
  }

  /** Arc sines are slow without balls. */
  @Property(tries = 6)
  void the_recursion_without_balls_agrees(
      @ForAll("kernels") ConvolutionalKernel kernel,
      @ForAll("images") Tuple2<Image, Image> images) {
    assertPlain(kernel, images.get1(), images.get2());
    assertPlain(kernel, images.get1(), images.get1());
  }

  private static void assertPlain(ConvolutionalKernel kernel, Image x, Image z) {
    ApfloatArithmetic decimals = ApfloatArithmetic.ofDigits(40);
    Apfloat plain = new PlainConvolution(decimals, kernel).value(x, z);
    Ball ball = value(kernel, x, z);
    Ball other = BALLS.of(Rational.of(new BigDecimal(plain.toString(true))));
    assertTrue(
        BALLS.subtract(ball, other).upperMagnitude().binaryOrder() < -80,
        () -> kernel + ": " + ball + ", " + plain);
  }

  @Property(tries = TRIES)
  void shifts_of_both_images_change_nothing(
      @ForAll("kernels") ConvolutionalKernel kernel,
      @ForAll("images") Tuple2<Image, Image> images,
      @ForAll @IntRange(max = 11) int shift) {
    Ball shifted = value(kernel, shifted(images.get1(), shift), shifted(images.get2(), shift));
    assertOverlap(value(kernel, images), shifted);
  }

  /** Identity 1 of Proposition 21.4. */
  @Property(tries = TRIES)
  void gap_is_the_mean_of_flatten_over_the_shifts(
      @ForAll("networks") ConvolutionalNetwork network,
      @ForAll boolean isTangent,
      @ForAll("images") Tuple2<Image, Image> images) {
    ConvolutionalKernel flat = new ConvolutionalKernel(network, PixelReadOut.FLATTEN, isTangent);
    ConvolutionalKernel gap = new ConvolutionalKernel(network, PixelReadOut.GAP, isTangent);
    int pixels = images.get1().pixels().size();
    Ball sum = BALLS.of(0);
    for (int shift = 0; shift < pixels; shift++) {
      sum = BALLS.add(sum, value(flat, images.get1(), shifted(images.get2(), shift)));
    }
    assertOverlap(BALLS.scale(sum, Rational.of(1, pixels)), value(gap, images));
  }

  /** Identity 2. */
  @Property(tries = TRIES)
  void constant_images_are_vectors_of_a_dense_network(
      @ForAll("kernels") ConvolutionalKernel kernel,
      @ForAll @IntRange(min = 3, max = 5) int columns,
      @ForAll("pixels") Vector x,
      @ForAll("pixels") Vector z) {
    Image one = constant(columns, x);
    Image two = constant(columns, z);
    assertOverlap(dense(kernel, x, z), value(kernel, one, two));
  }

  /** Identity 3. */
  @Property(tries = TRIES)
  void windows_of_the_whole_image_see_one_vector(
      @ForAll("networks") ConvolutionalNetwork network,
      @ForAll("threes") Tuple2<Image, Image> images) {
    ConvolutionalKernel kernel =
        new ConvolutionalKernel(network(network, 3), PixelReadOut.FLATTEN, true);
    Vector x = flattened(images.get1());
    Vector z = flattened(images.get2());
    assertOverlap(dense(kernel, x, z), value(kernel, images));
  }

  /** Identity 4. */
  @Property(tries = TRIES)
  void one_tap_is_the_mean_over_the_pixels_of_dense_networks(
      @ForAll("networks") ConvolutionalNetwork network,
      @ForAll("fourChannels") Tuple2<Image, Image> images) {
    ConvolutionalKernel kernel =
        new ConvolutionalKernel(network(network, 1), PixelReadOut.FLATTEN, true);
    int pixels = images.get1().pixels().size();
    Ball sum = BALLS.of(0);
    for (int a = 0; a < pixels; a++) {
      Vector x = images.get1().pixels().get(a);
      Vector z = images.get2().pixels().get(a);
      sum = BALLS.add(sum, dense(kernel, x, z));
    }
    assertOverlap(BALLS.scale(sum, Rational.of(1, pixels)), value(kernel, images));
  }

  /** Identity 5. */
  @Property(tries = TRIES)
  void linear_units_give_the_inner_product(
      @ForAll @IntRange(min = 1, max = 4) int layers,
      @ForAll("images") Tuple2<Image, Image> images) {
    ConvolutionalKernel kernel = kernel("cntk:act=linear,sw2=1,L=" + layers);
    Image x = images.get1();
    Rational product = flattened(x).dot(flattened(images.get2()));
    Rational mean = product.divide(x.channels()).divide(x.pixels().size());
    assertTrue(value(kernel, images).contains(mean.multiply(layers + 1L)));
  }

  @Example
  void an_image_of_one_pixel_is_a_vector() {
    Image x = constant(1, Vector.of(List.of(Rational.of(2))));
    Image z = constant(1, Vector.of(List.of(Rational.of(-1, 3))));
    ConvolutionalKernel kernel = kernel("cntk:L=3,taps=1,sw2=3/2,sb2=1/10,act=erf,readout=gap");
    assertOverlap(dense(kernel, x.pixels().get(0), z.pixels().get(0)), value(kernel, x, z));
  }

  @Example
  void images_and_windows_that_do_not_fit_are_refused_in_one_line() {
    Image three = constant(3, Vector.of(List.of(Rational.ONE)));
    Image four = constant(4, Vector.of(List.of(Rational.ONE)));
    Image coloured = constant(3, Vector.of(List.of(Rational.ONE, Rational.ONE)));
    assertRefused("image 2: 1 x 4 pixels, image 1 has 1 x 3", "cntk", three, four);
    assertRefused("image 2: 2 channels, image 1 has 1", "cntk", three, coloured);
    assertRefused(
        "taps=5: windows reach beyond images of 1 x 3 pixels", "cntk:taps=5", three, three);
    assertRefused(
        "taps=3: windows reach beyond images of 2 x 3 pixels",
        "cntk",
        new Image(2, 3, 1, six()),
        new Image(2, 3, 1, six()));
  }

  private static List<Vector> six() {
    return Collections.nCopies(6, Vector.of(List.of(Rational.ONE)));
  }

  private static void assertRefused(String message, String specification, Image x, Image z) {
    List<Image> images = List.of(x, z);
    assertEquals(
        message,
        assertThrows(DataException.class, () -> kernel(specification).over(BALLS, images))
            .getMessage());
  }

  /** Dark pixels are no obstacle where the units vanish at 0, and one where they do not. */
  @Example
  void units_that_do_not_vanish_where_nothing_is_seen_are_refused() {
    Image dark = constant(3, Vector.of(List.of(Rational.ZERO)));
    Image light = constant(3, Vector.of(List.of(Rational.ONE)));
    assertTrue(value(kernel("cntk"), dark, light).contains(Rational.ZERO));
    assertThrows(DomainException.class, () -> value(kernel("cntk:act=cos"), dark, light));
    assertTrue(value(kernel("cntk:act=cos,sb2=1/10"), dark, light).isPositive());
  }

  private static ConvolutionalKernel kernel(String specification) {
    return (ConvolutionalKernel) ConvolutionalSpecification.parse(specification);
  }

  private static ConvolutionalNetwork network(ConvolutionalNetwork network, int taps) {
    return new ConvolutionalNetwork(
        network.activation(), network.layers(), taps, network.weight(), network.bias());
  }

  /** The fully connected network of the same layers at vectors over the root of their dimension. */
  private static Ball dense(ConvolutionalKernel kernel, Vector x, Vector z) {
    ConvolutionalNetwork network = kernel.network();
    Kernel dense =
        KernelSpecification.parse(
            "%s:act=%s,L=%s,sw2=%s,sb2=%s"
                .formatted(
                    kernel.isTangent() ? "ntk" : "nngp",
                    network.activation(),
                    network.layers(),
                    network.weight(),
                    network.bias()));
    PairKernel<Vector> kernelOfVectors = VectorKernel.inPaperScale(dense, VectorKernel.of(dense));
    return kernelOfVectors.value(BALLS, overRoot(x), overRoot(z));
  }

  /** Of 1, 4 or 9 coordinates. */
  private static Vector overRoot(Vector x) {
    int root = (int) Math.round(Math.sqrt(x.dimension()));
    assertEquals(x.dimension(), root * root);
    List<Rational> coordinates = new ArrayList<>();
    for (int i = 0; i < x.dimension(); i++) {
      coordinates.add(x.coordinate(i).divide(root));
    }
    return Vector.of(coordinates);
  }

  private static Ball value(ConvolutionalKernel kernel, Tuple2<Image, Image> images) {
    return value(kernel, images.get1(), images.get2());
  }

  private static Ball value(ConvolutionalKernel kernel, Image x, Image z) {
    return kernel.value(BALLS, x, z);
  }

  private static Image constant(int columns, Vector pixel) {
    List<Vector> pixels = Collections.nCopies(columns, pixel);
    return new Image(1, columns, pixel.dimension(), pixels);
  }

  private static Vector flattened(Image image) {
    List<Rational> coordinates = new ArrayList<>();
    for (Vector pixel : image.pixels()) {
      for (int c = 0; c < image.channels(); c++) {
        coordinates.add(pixel.coordinate(c));
      }
    }
    return Vector.of(coordinates);
  }

  private static Image shifted(Image image, int shift) {
    Torus torus = new Torus(image.rows(), image.columns(), 1);
    List<Vector> pixels = new ArrayList<>();
    for (int a = 0; a < torus.size(); a++) {
      pixels.add(image.pixels().get(torus.shifted(a, shift % torus.size())));
    }
    return new Image(image.rows(), image.columns(), image.channels(), pixels);
  }

  private static void assertOverlap(Ball expected, Ball actual) {
    assertTrue(expected.overlaps(actual), () -> expected + ", " + actual);
    assertTrue(
        BALLS.subtract(expected, actual).upperMagnitude().binaryOrder()
            < Math.max(expected.binaryOrder(), 0) - 80,
        () -> expected + ", " + actual);
  }

  @Provide
  Arbitrary<Vector> pixels() {
    return vectors(4);
  }

  private static Arbitrary<Vector> vectors(int channels) {
    return Arbitraries.integers()
        .between(-20, 20)
        .map(n -> Rational.of(n, 10))
        .list()
        .ofSize(channels)
        .map(Vector::of)
        .filter(v -> !v.isZero());
  }

  private static Arbitrary<Image> images(int rows, int columns, int channels) {
    return vectors(channels)
        .list()
        .ofSize(rows * columns)
        .map(list -> new Image(rows, columns, channels, list));
  }

  /** Two images of one form, of 1 x 3 to 1 x 5 or 3 x 3 or 3 x 4 pixels, sometimes equal. */
  @Provide
  Arbitrary<Tuple2<Image, Image>> images() {
    return Arbitraries.of(3, 4, 5, 33, 34)
        .flatMap(
            form -> {
              Arbitrary<Image> image = images(form > 10 ? 3 : 1, form % 10, 2);
              return Combinators.combine(image, image, Arbitraries.integers().between(0, 4))
                  .as((x, z, kind) -> Tuple.of(x, kind == 0 ? shifted(x, 1) : z));
            });
  }

  @Provide
  Arbitrary<Tuple2<Image, Image>> threes() {
    return Combinators.combine(images(1, 3, 3), images(1, 3, 3)).as(Tuple::of);
  }

  /** Two images of four channels. */
  @Provide
  Arbitrary<Tuple2<Image, Image>> fourChannels() {
    return Combinators.combine(images(1, 3, 4), images(1, 3, 4)).as(Tuple::of);
  }

  @Provide
  Arbitrary<ConvolutionalNetwork> networks() {
    Arbitrary<String> activations =
        Arbitraries.of("relu", "leaky,slope=1/5", "abs", "erf", "linear", "sin", "gelu");
    return Combinators.combine(
            activations,
            Arbitraries.integers().between(1, 3),
            Arbitraries.of(1, 3),
            Arbitraries.of("2", "1/2", "9/4"),
            Arbitraries.of("0", "1/10"))
        .as(
            (activation, layers, taps, sw2, sb2) ->
                kernel(
                        "cntk:act=%s,L=%s,taps=%s,sw2=%s,sb2=%s"
                            .formatted(activation, layers, taps, sw2, sb2))
                    .network());
  }

  @Provide
  Arbitrary<ConvolutionalKernel> kernels() {
    return Combinators.combine(
            networks(), Arbitraries.of(PixelReadOut.class), Arbitraries.of(true, false))
        .as(ConvolutionalKernel::new);
  }
}
