package dev.zonal.data.sequence;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.Sequence;
import dev.zonal.kernel.activation.Activation;
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
          Apfloat[] dual = dual(vx[t][l], vz[s][l], c, same && t == s);
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
        moments[t][l] = dual(variances[t][l], variances[t][l], variances[t][l], true)[0];
      }
    }
    return variances;
  }

  /** E phi phi and E phi' phi'; the correlation is cut down to [-1, 1]. */
  private Apfloat[] dual(Apfloat a, Apfloat b, Apfloat c, boolean same) {
    if (a.signum() == 0 || b.signum() == 0) {
      return new Apfloat[] {over.of(0), over.of(0)};
    }
    Activation phi = network.activation();
    Apfloat one = over.of(1);
    Apfloat scale = same ? a : over.sqrt(over.multiply(a, b));
    Apfloat rho = same ? one : over.divide(c, scale);
    if (rho.compareTo(one) > 0 || over.subtract(rho, one).scale() < -50) {
      rho = one;
    }
    if (over.add(rho, one).signum() <= 0 || over.add(rho, one).scale() < -50) {
      rho = over.negate(one);
    }
    Apfloat pi = over.pi();
    Apfloat theta = over.subtract(over.divide(pi, over.of(2)), over.asin(rho));
    Apfloat kappa0 = over.subtract(one, over.divide(theta, pi));
    Apfloat square = over.subtract(one, over.multiply(rho, rho));
    Apfloat sine = square.signum() <= 0 ? over.of(0) : over.sqrt(square);
    Apfloat kappa1 = over.add(over.divide(sine, pi), over.multiply(kappa0, rho));
    String name = phi.toString();
    Apfloat cc = over.multiply(scale, rho);
    if (name.equals("erf")) {
      Apfloat p =
          over.multiply(
              over.add(one, over.multiply(a, over.of(2))),
              over.add(one, over.multiply(b, over.of(2))));
      Apfloat value =
          over.divide(over.asin(over.divide(over.multiply(cc, over.of(2)), over.sqrt(p))), pi);
      Apfloat rest = over.subtract(p, over.multiply(over.of(4), over.multiply(cc, cc)));
      Apfloat slope = over.divide(over.of(4), over.multiply(pi, over.sqrt(rest)));
      return new Apfloat[] {over.multiply(value, over.of(2)), slope};
    }
    if (name.equals("sin")) {
      Apfloat mean = over.divide(over.add(a, b), over.of(2));
      Apfloat up = over.exp(over.subtract(cc, mean));
      Apfloat down = over.exp(over.negate(over.add(cc, mean)));
      return new Apfloat[] {
        over.divide(over.subtract(up, down), over.of(2)),
        over.divide(over.add(up, down), over.of(2))
      };
    }
    if (name.equals("gelu")) {
      Apfloat first = over.add(one, a);
      Apfloat second = over.add(one, b);
      Apfloat p = over.multiply(first, second);
      Apfloat s = over.subtract(p, over.multiply(cc, cc));
      Apfloat front = over.divide(one, over.multiply(over.multiply(over.of(2), pi), over.sqrt(s)));
      Apfloat sum = over.add(over.divide(one, first), over.divide(one, second));
      Apfloat h =
          over.add(
              over.of(Rational.of(1, 4)),
              over.divide(over.asin(over.divide(cc, over.sqrt(p))), over.multiply(over.of(2), pi)));
      Apfloat value =
          over.add(
              over.multiply(front, over.add(one, over.multiply(s, over.subtract(one, sum)))),
              over.multiply(cc, h));
      Apfloat slope =
          over.add(h, over.multiply(over.multiply(front, cc), over.add(sum, over.divide(one, s))));
      return new Apfloat[] {value, slope};
    }
    Rational leak =
        switch (name) {
          case "relu" -> Rational.ZERO;
          case "abs" -> Rational.of(-1);
          case "linear" -> Rational.ONE;
          default -> Rational.parse(name.substring("leaky,slope=".length()));
        };
    Rational jump = Rational.ONE.subtract(leak);
    Rational arc = jump.multiply(jump).divide(2);
    return new Apfloat[] {
      over.multiply(scale, over.add(over.scale(kappa1, arc), over.scale(rho, leak))),
      over.add(over.scale(kappa0, arc), over.of(leak))
    };
  }
}
