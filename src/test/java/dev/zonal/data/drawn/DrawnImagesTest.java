package dev.zonal.data.drawn;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.Image;
import dev.zonal.data.input.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Convolutional networks have their kernels on the average, in one dimension and in two. */
@Tag("long")
class DrawnImagesTest {
  private static final int WIDTH = 160;
  private static final int TAPS = 3;
  private static final int CHANNELS = 2;
  private static final double SW = 1.25;
  private static final double SB = 0.5;

  private static Image image(int rows, int columns, int a, int b) {
    List<Vector> pixels = new ArrayList<>();
    for (int p = 1; p <= rows * columns; p++) {
      pixels.add(
          Vector.of(
              List.of(
                  Rational.of(2 + Math.floorMod(a * p * p, 7), 5),
                  Rational.of(Math.floorMod(b * p, 5) - 1, 4))));
    }
    return new Image(rows, columns, CHANNELS, pixels);
  }

  private static final class Network {
    private final Unit unit;
    private final int rows;
    private final int columns;
    private final boolean isPooled;

    /** By layer and place in the window. */
    private final List<List<Weights>> weights = new ArrayList<>();

    private final List<Weights> biases = new ArrayList<>();

    /** By pixel, the same for all where they are pooled, and the bias behind them. */
    private final List<Weights> readOut = new ArrayList<>();

    Network(
        SplittableRandom random, Unit unit, int layers, int rows, int columns, boolean isPooled) {
      this.unit = unit;
      this.rows = rows;
      this.columns = columns;
      this.isPooled = isPooled;
      for (int l = 0; l < layers; l++) {
        List<Weights> window = new ArrayList<>();
        for (int c = 0; c < places(); c++) {
          window.add(Weights.drawn(random, WIDTH, l == 0 ? CHANNELS : WIDTH));
        }
        weights.add(window);
        biases.add(Weights.drawn(random, WIDTH, 1));
      }
      for (int p = 0; p < rows * columns; p++) {
        readOut.add(p > 0 && isPooled ? readOut.get(0) : Weights.drawn(random, 1, WIDTH));
      }
      readOut.add(Weights.drawn(random, 1, 1));
    }

    private int places() {
      return rows == 1 ? TAPS : TAPS * TAPS;
    }

    /** The pixel at a place of the window around another. */
    private int pixel(int around, int place) {
      int down = rows == 1 ? 0 : place / TAPS - 1;
      int right = place % TAPS - 1;
      int row = Math.floorMod(around / columns + down, rows);
      return row * columns + Math.floorMod(around % columns + right, columns);
    }

    List<Tape.Use> uses(Image image) {
      Tape tape = new Tape();
      List<Tape.Node> said = new ArrayList<>();
      for (Vector pixel : image.pixels()) {
        said.add(tape.input(pixel.coordinate(0).doubleValue(), pixel.coordinate(1).doubleValue()));
      }
      for (int l = 0; l < weights.size(); l++) {
        double scale = SW / Math.sqrt(places() * (l == 0 ? CHANNELS : WIDTH));
        List<Tape.Node> next = new ArrayList<>();
        for (int p = 0; p < said.size(); p++) {
          List<Tape.Node> parts = new ArrayList<>(List.of(tape.bias(biases.get(l), SB)));
          for (int c = 0; c < places(); c++) {
            parts.add(tape.linear(weights.get(l).get(c), scale, said.get(pixel(p, c))));
          }
          next.add(tape.apply(unit, tape.sum(parts)));
        }
        said = next;
      }
      int pixels = said.size();
      double share = isPooled ? 1.0 / pixels : 1 / Math.sqrt(pixels);
      List<Tape.Node> parts = new ArrayList<>(List.of(tape.bias(readOut.get(pixels), SB)));
      for (int p = 0; p < pixels; p++) {
        parts.add(tape.linear(readOut.get(p), share * SW / Math.sqrt(WIDTH), said.get(p)));
      }
      return tape.uses(tape.sum(parts));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "leaky,slope=1/4 | flatten | 1 | 4 | 2 | 1200",
        "erf             | gap     | 1 | 4 | 2 | 800",
        "relu            | gap     | 1 | 5 | 2 | 1200",
        "relu            | flatten | 3 | 4 | 2 | 600",
        "relu            | gap     | 3 | 3 | 2 | 600"
      })
  void convolutionalOnes(
      String act, String readOut, int rows, int columns, int layers, int networks) {
    List<Image> images = List.of(image(rows, columns, 1, 3), image(rows, columns, 3, 2));
    double[][] drawn =
        Drawn.of(
            networks,
            random -> {
              Network network =
                  new Network(random, Unit.of(act), layers, rows, columns, readOut.equals("gap"));
              List<Tape.Use> x = network.uses(images.get(0));
              List<Tape.Use> z = network.uses(images.get(1));
              return new double[] {
                Tape.tangent(x, z), Tape.tangent(x, x), Tape.tangent(x, z, network.readOut)
              };
            });
    String parameters =
        "act=%s,L=%s,taps=3,sw2=25/16,sb2=1/4,readout=%s".formatted(act, layers, readOut);
    String at = " of %s x %s".formatted(rows, columns);
    double across = Drawn.kernel("cntk:" + parameters, false, images, 0, 1);
    double self = Drawn.kernel("cntk:" + parameters, false, images, 0, 0);
    double process = Drawn.kernel("cnngp:" + parameters, false, images, 0, 1);
    Drawn.assertMean("cntk:" + parameters + at, across, drawn[0]);
    Drawn.assertMean("cntk x,x:" + parameters + at, self, drawn[1]);
    Drawn.assertMean("cnngp:" + parameters + at, process, drawn[2]);
  }
}
