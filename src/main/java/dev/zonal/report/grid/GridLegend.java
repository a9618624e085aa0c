package dev.zonal.report.grid;

import dev.zonal.grid.Column;
import dev.zonal.grid.Key;
import dev.zonal.grid.LevelGrid;
import dev.zonal.kernel.Kernel;
import dev.zonal.report.document.Legend;
import dev.zonal.report.document.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What published tables of a grid say around their numbers: the conventions that these follow. */
final class GridLegend {
  private GridLegend() {}

  static Legend ofEigenvalues(List<Key.Eigenvalue> blocks) {
    return of(
        "Eigenvalues $\\eta_k$ of " + kernels(blocks) + " on " + spheres(blocks),
        Stream.of(
            definition(Column.EIGENVALUE, blocks.get(0), Optional.empty()),
            proved(blocks.get(0).digits())),
        blocks.get(0));
  }

  static Legend ofValues(List<Key.Value> blocks) {
    String sphere =
        blocks.get(0).dimension().map(d -> " on " + sphere(Integer.toString(d))).orElse("");
    return of(
        "Values $f(u)$ of " + kernels(blocks) + sphere,
        Stream.of(
            "$u$: cosine of the angle between two points of the sphere",
            proved(blocks.get(0).digits())),
        blocks.get(0));
  }

  static Legend ofCoefficients(List<Key.Coefficient> blocks) {
    return of(
        "Coefficients $b_n$ of the power series of " + kernels(blocks),
        Stream.of("$f(u)=\\sum_n b_n u^n$ at $u=0$", proved(blocks.get(0).digits())),
        blocks.get(0));
  }

  static Legend ofLevels(List<Key.Eigenvalue> blocks, LevelGrid grid) {
    Key.Eigenvalue first = blocks.get(0);
    return of(
        "Spectrum of " + kernels(blocks) + " on " + spheres(blocks),
        Stream.concat(
            grid.columns().stream()
                .filter(column -> column != Column.K && column != Column.METHOD)
                .map(column -> definition(column, first, grid.reference()) + digits(column, grid)),
            Stream.of(proved(grid))),
        first);
  }

  private static String proved(LevelGrid grid) {
    boolean allHaveTheirOwn =
        grid.columns().stream().filter(Column::isRounded).allMatch(grid.digits()::containsKey);
    return allHaveTheirOwn
        ? "Digits: all proved, rounded half-even"
        : proved(grid.eigenvalues().digits());
  }

  private static String digits(Column column, LevelGrid grid) {
    return grid.digits().containsKey(column) ? "; " + grid.digits(column) + " digits" : "";
  }

  private static Legend of(String caption, Stream<String> definitions, Key first) {
    List<String> notes = new ArrayList<>(definitions.toList());
    notes.add("Scale: " + Words.inWords(first.scale()).replace("f(1) = 1", "$f(1)=1$"));
    return Legend.of(caption, notes);
  }

  private static String proved(int digits) {
    return "Digits: " + Words.proved(digits);
  }

  private static String kernels(List<? extends Key> blocks) {
    List<String> all = blocks.stream().map(key -> key.kernel().toString()).distinct().toList();
    return all.size() == 1 ? "`" + all.get(0) + "`" : all.size() + " kernels";
  }

  private static String spheres(List<Key.Eigenvalue> blocks) {
    List<Integer> all = blocks.stream().map(Key.Eigenvalue::dimension).distinct().toList();
    return all.size() == 1 ? sphere(Integer.toString(all.get(0))) : sphere("d");
  }

  private static String sphere(String dimension) {
    String below =
        dimension.equals("d") ? "d-1" : Integer.toString(Integer.parseInt(dimension) - 1);
    return "$\\mathbb{S}^{" + below + "}\\subset\\mathbb{R}^{" + dimension + "}$";
  }

  /** What stands above a column, in LaTeX's notation. */
  private static String formula(Column column) {
    return switch (column) {
      case K -> "k";
      case EIGENVALUE -> "\\eta_k";
      case SCALED -> "K^d\\eta_k";
      case RATIO -> "\\eta_k/\\tilde{\\eta}_k";
      case SCHOENBERG -> "b_k";
      case GEGENBAUER -> "a_k";
      case MULTIPLICITY -> "N(d,k)";
      case SHARE -> "s_k";
      case CUMULATIVE -> "s_0+\\dots+s_k";
      case BEYOND -> "s_{k+1}+s_{k+2}+\\dots";
      case METHOD -> throw new IllegalArgumentException("words have no formula");
    };
  }

  static Optional<String> formulaOf(Column column) {
    return column == Column.METHOD ? Optional.empty() : Optional.of(formula(column));
  }

  private static String definition(
      Column column, Key.Eigenvalue first, Optional<Kernel> reference) {
    String probability = ", $\\eta_k$ for the probability measure";
    return switch (column) {
      case K, METHOD -> throw new IllegalArgumentException(column + " needs no definition");
      case EIGENVALUE ->
          "$\\eta_k$: eigenvalue of the integral operator on spherical harmonics of degree $k$, for the "
              + Words.of(first.normalization())
              + " measure";
      case SCALED ->
          "$K^d\\eta_k$: $K=k+(d-2)/2$, $\\eta_k$ for the "
              + Words.of(first.normalization())
              + " measure";
      case RATIO ->
          "$\\eta_k/\\tilde{\\eta}_k$: $\\tilde{\\eta}_k$ are the eigenvalues of "
              + reference.map(kernel -> "`" + kernel + "`").orElseThrow();
      case SCHOENBERG ->
          "$b_k=\\eta_k N(d,k)$, $f(u)=\\sum_k b_k P_k(u)$, $P_k(1)=1$" + probability;
      case GEGENBAUER ->
          "$a_k=\\eta_k (k+\\lambda)/\\lambda$, $\\lambda=(d-2)/2$, $f(u)=\\sum_k a_k"
              + " C_k^{\\lambda}(u)$"
              + probability;
      case MULTIPLICITY -> "$N(d,k)$: dimension of the spherical harmonics of degree $k$";
      case SHARE -> "$s_k=\\eta_k N(d,k)/f(1)$" + probability;
      case CUMULATIVE -> "$s_0+\\dots+s_k$: share of all degrees up to $k$";
      case BEYOND -> "$s_{k+1}+s_{k+2}+\\dots$: share of all degrees beyond $k$, proved";
    };
  }
}
