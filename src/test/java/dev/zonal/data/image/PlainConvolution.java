package dev.zonal.data.image;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.Image;
import dev.zonal.data.pair.PlainDual;
import dev.zonal.spectrum.secondopinion.ApfloatArithmetic;
import org.apfloat.Apfloat;

/**
 * The recursion of the definition on all pairs of pixels, in decimals without error bounds, with
 * duals of its own: it knows nothing of shifts and proportions.
 */
final class PlainConvolution {
  private final ApfloatArithmetic over;
  private final ConvolutionalKernel kernel;
  private final ConvolutionalNetwork network;

  PlainConvolution(ApfloatArithmetic over, ConvolutionalKernel kernel) {
    this.over = over;
    this.kernel = kernel;
    this.network = kernel.network();
  }

  Apfloat value(Image x, Image z) {
    int pixels = x.pixels().size();
    Apfloat[][][] all = last(x, z);
    Apfloat sum = over.of(0);
    for (int a = 0; a < pixels; a++) {
      for (int b = 0; b < pixels; b++) {
        if (a == b || kernel.readOut() == PixelReadOut.GAP) {
          sum = over.add(sum, all[0][a][b]);
          sum = kernel.isTangent() ? over.add(sum, all[1][a][b]) : sum;
        }
      }
    }
    long count = kernel.readOut() == PixelReadOut.GAP ? (long) pixels * pixels : pixels;
    return affine(over.divide(sum, over.of(count)));
  }

  /** E phi phi, and E phi' phi' times the tangent kernel, behind the last layer. */
  private Apfloat[][][] last(Image x, Image z) {
    int pixels = x.pixels().size();
    Apfloat[][] xx = products(x, x);
    Apfloat[][] zz = products(z, z);
    Apfloat[][] xz = products(x, z);
    Apfloat[][] carried = null;
    for (int layer = 1; layer <= network.layers(); layer++) {
      Apfloat[][] vx = affine(mean(x, xx));
      Apfloat[][] vz = affine(mean(z, zz));
      Apfloat[][] c = affine(mean(x, xz));
      Apfloat[][] before = carried == null ? null : mean(x, carried);
      carried = new Apfloat[pixels][pixels];
      for (int a = 0; a < pixels; a++) {
        for (int b = 0; b < pixels; b++) {
          xx[a][b] = dual(vx[a][a], vx[b][b], vx[a][b], a == b)[0];
          zz[a][b] = dual(vz[a][a], vz[b][b], vz[a][b], a == b)[0];
          Apfloat[] dual = dual(vx[a][a], vz[b][b], c[a][b], x.equals(z) && a == b);
          Apfloat tangent = c[a][b];
          if (before != null) {
            tangent = over.add(tangent, over.scale(before[a][b], network.weight()));
          }
          xz[a][b] = dual[0];
          carried[a][b] = over.multiply(dual[1], tangent);
        }
      }
    }
    return new Apfloat[][][] {xz, carried};
  }

  private Apfloat[] dual(Apfloat a, Apfloat b, Apfloat c, boolean same) {
    return PlainDual.of(over, network.activation(), a, b, c, same);
  }

  private Apfloat[][] products(Image x, Image z) {
    int pixels = x.pixels().size();
    Apfloat[][] products = new Apfloat[pixels][pixels];
    for (int a = 0; a < pixels; a++) {
      for (int b = 0; b < pixels; b++) {
        Rational product = x.pixels().get(a).dot(z.pixels().get(b));
        products[a][b] = over.of(product.divide(x.channels()));
      }
    }
    return products;
  }

  private Apfloat[][] mean(Image form, Apfloat[][] numbers) {
    int half = network.taps() / 2;
    int up = form.rows() > 1 ? half : 0;
    int pixels = numbers.length;
    Apfloat[][] means = new Apfloat[pixels][pixels];
    for (int a = 0; a < pixels; a++) {
      for (int b = 0; b < pixels; b++) {
        Apfloat sum = over.of(0);
        for (int i = -up; i <= up; i++) {
          for (int j = -half; j <= half; j++) {
            sum = over.add(sum, numbers[moved(form, a, i, j)][moved(form, b, i, j)]);
          }
        }
        means[a][b] = over.divide(sum, over.of((2L * up + 1) * network.taps()));
      }
    }
    return means;
  }

  private static int moved(Image form, int pixel, int down, int right) {
    int row = (pixel / form.columns() + down + form.rows()) % form.rows();
    int column = (pixel % form.columns() + right + form.columns()) % form.columns();
    return row * form.columns() + column;
  }

  private Apfloat[][] affine(Apfloat[][] numbers) {
    for (Apfloat[] row : numbers) {
      for (int b = 0; b < row.length; b++) {
        row[b] = affine(row[b]);
      }
    }
    return numbers;
  }

  private Apfloat affine(Apfloat number) {
    return over.add(over.scale(number, network.weight()), over.of(network.bias()));
  }
}
