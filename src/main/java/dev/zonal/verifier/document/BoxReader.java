package dev.zonal.verifier.document;

import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.specification.IntervalFamily;
import dev.zonal.verifier.document.CertificateReader.Unreadable;
import dev.zonal.verifier.document.Claims.OfBound;
import dev.zonal.verifier.document.Claims.OfBoxes;
import dev.zonal.verifier.document.Claims.OfLeaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads certificates about all kernels of boxes of parameters, docs/schema/certificate-6.json. */
final class BoxReader {
  private static final Set<String> HEAD =
      Set.of("schema", "program", "command", "statement", "sphere", "families", "leaves", "bounds");

  private static final Set<String> EVIDENCE = Set.of("kernel", "regions", "tails", "expansions");
  private static final int LARGEST_DIMENSION = 1_000_000;

  private BoxReader() {}

  static Claims read(StrictJson root) throws Unreadable {
    CertificateReader.origin(root);
    Claims.Statement statement = CertificateReader.statement(root, Set.of("equivalence", "decay"));
    root.only(HEAD);
    StrictJson sphere = root.get("sphere").only(Set.of("least", "greatest"));
    int least = sphere.get("least").number(2, LARGEST_DIMENSION);
    int greatest = sphere.get("greatest").number(2, LARGEST_DIMENSION);
    if (least > greatest) {
      throw sphere.wrong("has no dimensions");
    }
    int kernels = statement == Claims.Statement.EQUIVALENCE ? 2 : 1;
    List<IntervalFamily> families = root.get("families").list(BoxReader::family);
    if (families.size() != kernels) {
      throw root.get("families").wrong("are not as many as the statement is about");
    }
    List<OfLeaf> leaves = root.get("leaves").list(leaf -> leaf(leaf, kernels == 2));
    List<OfBound> bounds = root.get("bounds").list(BoxReader::bound);
    return new Claims(
        statement,
        0,
        List.of(),
        new TreeMap<>(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new OfBoxes(families, least, greatest, leaves, bounds)));
  }

  private static IntervalFamily family(StrictJson node) throws Unreadable {
    try {
      return IntervalFamily.parse(node.text(".*", "string"));
    } catch (KernelSpecificationException e) {
      throw new Unreadable(e.getMessage());
    }
  }

  private static OfLeaf leaf(StrictJson node, boolean isPair) throws Unreadable {
    Set<String> keys = new TreeSet<>(EVIDENCE);
    keys.addAll(Set.of("dimension", "conclusion"));
    keys.addAll(isPair ? Set.of("other") : Set.of());
    node.only(keys);
    int dimension = node.get("dimension").number(2, LARGEST_DIMENSION);
    List<IntervalFamily> families = new ArrayList<>();
    List<Claims.OfKernel> kernels = new ArrayList<>();
    List<StrictJson> parts = new ArrayList<>(List.of(node));
    if (isPair) {
      parts.add(node.get("other").only(EVIDENCE));
    }
    for (StrictJson part : parts) {
      IntervalFamily family = family(part.get("kernel"));
      if (family.least() != family.greatest()) {
        throw part.get("kernel").wrong("has more than one depth");
      }
      Claims.OfKernel claims =
          CertificateReader.kernel(part, family.kernel(family.least()), new TreeMap<>());
      CertificateReader.requireOnSphere(claims.kernel(), dimension);
      families.add(family);
      kernels.add(claims);
    }
    return new OfLeaf(
        families, dimension, kernels, CertificateReader.constants(node.get("conclusion")));
  }

  private static OfBound bound(StrictJson node) throws Unreadable {
    node.only(Set.of("constant", "of", "lower", "upper"));
    return new OfBound(
        node.get("constant").text("[a-z0-9]+(\\.(even|odd))?", "name of a constant"),
        node.get("of").oneOf(Set.of("least", "greatest")).equals("least"),
        CertificateReader.interval(node));
  }
}
