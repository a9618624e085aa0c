package dev.zonal.data.sequence;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.pair.PlainDual;
import dev.zonal.kernel.recurrent.HiddenState;
import dev.zonal.spectrum.secondopinion.ApfloatArithmetic;
import org.apfloat.Apfloat;

/**
 * The recursion of the specification on the grid of all pairs of times, in decimals without error
 * bounds, with its own duals: it knows nothing of lags and proportions.
 */
final class PlainRecursion {
  private final ApfloatArithmetic over;
  private final RecurrentKernel kernel;
  private final RecurrentNetwork network;

  PlainRecursion(ApfloatArithmetic over, RecurrentKernel kernel) {
    this.over = over;
    this.kernel = kernel;
    this.network = kernel.network();
  }

  Apfloat value(Sequence x, Sequence z) {
    boolean same = x.equals(z);
    int n = x.length();
    int m = z.length();
    Apfloat[][] grid = grid(x, z, same);
    Apfloat sv2 = over.of(network.output());
    return switch (kernel.readOut()) {
      case LAST -> over.multiply(sv2, grid[n - 1][m - 1]);
      case BI -> {
        Apfloat[][] back = grid(Sequences.reversed(x), Sequences.reversed(z), same);
        yield over.multiply(sv2, over.add(grid[n - 1][m - 1], back[n - 1][m - 1]));
      }
      case MEAN -> {
        Apfloat sum = over.of(0);
        for (Apfloat[] row : grid) {
          for (Apfloat each : row) {
            sum = over.add(sum, each);
          }
        }
        yield over.divide(over.multiply(sv2, sum), over.of((long) n * m));
      }
      case HEADS -> {
        Apfloat sum = over.of(0);
        for (int age = 0; age < Math.min(n, m); age++) {
          sum = over.add(sum, grid[n - 1 - age][m - 1 - age]);
        }
        yield over.divide(over.multiply(sv2, sum), over.sqrt(over.of((long) n * m)));
      }
    };
  }

  private Apfloat[][] grid(Sequence x, Sequence z, boolean same) {
    Apfloat[][] vx = variances(x);
    Apfloat[][] vz = variances(z);
    Apfloat[][] kernels = new Apfloat[x.length()][z.length()];
    int layers = network.layers();
    Apfloat[][][][] v = new Apfloat[x.length()][z.length()][layers][];
    for (int t = 0; t < x.length(); t++) {
      for (int s = 0; s < z.length(); s++) {
        for (int l = 0; l < layers; l++) {
          boolean start = t == 0 || s == 0;
          Rational h =
              t == 0
                      && s == 0
                      && (same || network.hidden() == HiddenState.SHARED)
                      && network.hidden() != HiddenState.ZERO
                  ? network.recurrent().multiply(network.state())
                  : Rational.ZERO;
          Apfloat c = start ? over.of(h) : over.scale(v[t - 1][s - 1][l][0], network.recurrent());
          Rational product = x.steps().get(t).dot(z.steps().get(s)).divide(x.dimension());
          c =
              over.add(
                  c, over.scale(l == 0 ? over.of(product) : v[t][s][l - 1][0], network.input()));
          c = over.add(c, over.of(network.bias()));
          Apfloat theta = c;
          if (kernel.isTangent() && !start) {
            theta = over.add(theta, over.scale(carried(v[t - 1][s - 1][l]), network.recurrent()));
          }
          if (kernel.isTangent() && l > 0) {
            theta = over.add(theta, over.scale(carried(v[t][s][l - 1]), network.input()));
          }
          Apfloat[] dual =
              PlainDual.of(over, network.activation(), vx[t][l], vz[s][l], c, same && t == s);
          v[t][s][l] = new Apfloat[] {dual[0], dual[1], theta};
        }
        Apfloat[] last = v[t][s][layers - 1];
        kernels[t][s] = kernel.isTangent() ? over.add(last[0], carried(last)) : last[0];
      }
    }
    return kernels;
  }

  private Apfloat carried(Apfloat[] of) {
    return over.multiply(of[1], of[2]);
  }

  private Apfloat[][] variances(Sequence x) {
    int layers = network.layers();
    Apfloat[][] variances = new Apfloat[x.length()][layers];
    Apfloat[][] moments = new Apfloat[x.length()][layers];
    for (int t = 0; t < x.length(); t++) {
      for (int l = 0; l < layers; l++) {
        Apfloat a =
            t == 0
                ? over.of(network.recurrent().multiply(network.state()))
                : over.scale(moments[t - 1][l], network.recurrent());
        Rational square = x.steps().get(t).squaredNorm().divide(x.dimension());
        a = over.add(a, over.scale(l == 0 ? over.of(square) : moments[t][l - 1], network.input()));
        variances[t][l] = over.add(a, over.of(network.bias()));
        moments[t][l] =
            PlainDual.of(
                over,
                network.activation(),
                variances[t][l],
                variances[t][l],
                variances[t][l],
                true)[0];
      }
    }
    return variances;
  }
}
