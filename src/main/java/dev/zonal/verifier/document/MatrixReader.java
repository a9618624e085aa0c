package dev.zonal.verifier.document;

import dev.zonal.data.file.InputKind;
import dev.zonal.data.gram.DataKernel;
import dev.zonal.data.gram.DataKernels;
import dev.zonal.data.input.Image;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.input.Vector;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.verifier.document.CertificateReader.Unreadable;
import dev.zonal.verifier.document.Claims.OfMatrix;
import dev.zonal.verifier.document.Claims.Pair;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads certificates about the smallest eigenvalue of a matrix, docs/schema/certificate-4.json. */
final class MatrixReader {
  private static final Set<String> HEAD =
      Set.of("schema", "program", "command", "statement", "kernel", "scale", "onSphere", "points");
  private static final String INTEGER = "0|-?[1-9][0-9]*";

  private MatrixReader() {}

  static Claims read(StrictJson root) throws Unreadable {
    CertificateReader.origin(root);
    Claims.Statement statement =
        CertificateReader.statement(root, Set.of("eigenvalue", "definite"));
    boolean isDefinite = statement == Claims.Statement.DEFINITE;
    Optional<StrictJson> reason = isDefinite ? root.find("refutation") : Optional.empty();
    Optional<String> refutation =
        reason.isEmpty()
            ? Optional.empty()
            : Optional.of(reason.get().oneOf(Set.of("negative", "singular")));
    boolean isSingular = refutation.filter("singular"::equals).isPresent();
    boolean hasUpper = !isDefinite || refutation.isPresent() && !isSingular;
    Set<String> keys = new TreeSet<>(HEAD);
    keys.addAll(refutation.isPresent() ? Set.of("refutation") : Set.of());
    keys.addAll(isSingular ? Set.of("pairs") : Set.of("smallest"));
    keys.addAll(hasUpper ? Set.of("vector") : Set.of());
    root.only(keys);
    Set<String> ends = new TreeSet<>(hasUpper ? Set.of("upper") : Set.of());
    ends.addAll(refutation.isEmpty() ? Set.of("lower") : Set.of());
    OfMatrix<?> matrix = matrix(isDefinite, kernel(root), root, isSingular ? Set.of() : ends);
    return new Claims(
        statement,
        0,
        List.of(),
        new TreeMap<>(),
        refutation,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(matrix),
        Optional.empty());
  }

  private static DataKernel<?> kernel(StrictJson root) throws Unreadable {
    String scale = root.get("scale").oneOf(Set.of("unit", "paper"));
    try {
      DataKernel<?> kernel =
          DataKernels.ALL.parse(
              root.get("kernel").text(".*", "string"),
              Scale.valueOf(scale.toUpperCase(Locale.ROOT)),
              root.get("onSphere").flag());
      if (!kernel.scale().name().equalsIgnoreCase(scale)) {
        throw root.get("scale").wrong("is not that of such a kernel");
      }
      return kernel;
    } catch (KernelSpecificationException e) {
      throw new Unreadable(e.getMessage());
    }
  }

  private static <X> OfMatrix<X> matrix(
      boolean isDefinite, DataKernel<X> kernel, StrictJson root, Set<String> ends)
      throws Unreadable {
    List<X> points = points(kernel.inputs(), root.get("points"));
    boolean isBounded = !ends.isEmpty();
    Optional<StrictJson> bounds =
        isBounded ? Optional.of(root.get("smallest").only(ends)) : Optional.empty();
    boolean hasUpper = ends.contains("upper");
    return new OfMatrix<>(
        isDefinite,
        kernel,
        root.get("onSphere").flag(),
        points,
        end(bounds, ends, "lower"),
        end(bounds, ends, "upper"),
        hasUpper ? root.get("vector").list(MatrixReader::integer) : List.of(),
        isBounded ? List.of() : pairs(root.get("pairs"), points.size()));
  }

  private static Optional<BigDecimal> end(
      Optional<StrictJson> bounds, Set<String> ends, String name) throws Unreadable {
    return ends.contains(name)
        ? Optional.of(CertificateReader.decimal(bounds.get().get(name)))
        : Optional.empty();
  }

  private static BigInteger integer(StrictJson node) throws Unreadable {
    return new BigInteger(node.text(INTEGER, "integer"));
  }

  private static List<Pair> pairs(StrictJson node, int points) throws Unreadable {
    List<Pair> pairs = node.list(pair -> pair(pair, points));
    if (pairs.isEmpty()) {
      throw node.wrong("has no pair");
    }
    return pairs;
  }

  private static Pair pair(StrictJson node, int points) throws Unreadable {
    List<Integer> both = new ArrayList<>();
    for (StrictJson item : node.items()) {
      int number = Integer.parseInt(item.text("[1-9][0-9]{0,8}", "number of a point"));
      if (number > points) {
        throw item.wrong("is no point");
      }
      both.add(number);
    }
    if (both.size() != 2) {
      throw node.wrong("is no pair");
    }
    return new Pair(both.get(0), both.get(1));
  }

  @SuppressWarnings("unchecked") // the inputs of this kind
  private static <X> List<X> points(InputKind<X> kind, StrictJson node) throws Unreadable {
    if (kind == InputKind.SEQUENCES) {
      List<Sequence> sequences = some(node, n -> new Sequence(vectors(n)));
      sameWidth(node, sequences.stream().map(Sequence::dimension).toList());
      return (List<X>) sequences;
    }
    if (kind == InputKind.IMAGES) {
      List<Image> images = some(node, MatrixReader::image);
      sameWidth(node, images.stream().map(Image::channels).toList());
      return (List<X>) images;
    }
    return (List<X>) vectors(node);
  }

  private static List<Vector> vectors(StrictJson node) throws Unreadable {
    List<Vector> vectors = some(node, n -> Vector.of(some(n, CertificateReader::fraction)));
    sameWidth(node, vectors.stream().map(Vector::dimension).toList());
    return vectors;
  }

  private static Image image(StrictJson node) throws Unreadable {
    List<List<Vector>> rows = some(node, MatrixReader::vectors);
    sameWidth(node, rows.stream().map(List::size).toList());
    List<Vector> pixels = rows.stream().flatMap(List::stream).toList();
    sameWidth(node, pixels.stream().map(Vector::dimension).toList());
    return new Image(rows.size(), rows.get(0).size(), pixels.get(0).dimension(), pixels);
  }

  private static <T> List<T> some(StrictJson node, StrictJson.Reader<T> reader) throws Unreadable {
    List<T> items = node.list(reader);
    if (items.isEmpty()) {
      throw node.wrong("is empty");
    }
    return items;
  }

  private static void sameWidth(StrictJson node, List<Integer> widths) throws Unreadable {
    if (widths.stream().distinct().count() > 1) {
      throw node.wrong("has parts of different sizes");
    }
  }
}
