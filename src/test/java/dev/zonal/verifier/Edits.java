package dev.zonal.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Edits that an adversary makes to a certificate, each with its name. */
final class Edits {
  private static final List<String> REFUTATIONS =
      List.of("zero", "negative", "sign", "exponent", "smooth", "rate");
  private static final List<String> EVIDENCE =
      List.of("kernel", "regions", "tails", "expansions", "geometric", "enclosures");
  private static final List<String> STATEMENTS =
      List.of("positivity", "semidefinite", "decay", "equivalence");

  private final Random random;
  private final List<ObjectNode> others;

  /**
   * @param others certificates to take parts from
   */
  Edits(Random random, List<ObjectNode> others) {
    this.random = random;
    this.others = others;
  }

  /** Edits a document in place at random; returns the name of the edit. */
  String apply(ObjectNode document) {
    ObjectNode evidence = evidence(document);
    int kind = random.nextInt(100);
    if (kind < 45) {
      return number(document);
    }
    if (kind < 52) {
      return drop(evidence);
    }
    if (kind < 57) {
      return duplicate(evidence);
    }
    if (kind < 62) {
      return document.has("zeros") && random.nextBoolean()
          ? zeros((ObjectNode) document.get("zeros"))
          : constants(document);
    }
    if (kind < 70) {
      return opposite(document);
    }
    if (kind < 76) {
      evidence.put("kernel", kernel());
      return "another kernel";
    }
    if (kind < 80) {
      dimension(document);
      return "another dimension";
    }
    if (kind < 86) {
      return parity(evidence);
    }
    if (kind < 90) {
      return transplant(document);
    }
    if (kind < 92) {
      return random.nextBoolean() ? swapKernels(document) : evidenceOfAnother(document);
    }
    if (kind < 98) {
      return otherStart(evidence);
    }
    return row(evidence);
  }

  private ObjectNode evidence(ObjectNode document) {
    return document.has("other") && random.nextBoolean()
        ? (ObjectNode) document.get("other")
        : document;
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String kernel() {
    ObjectNode other = one(others);
    return evidence(other).get("kernel").asText();
  }

  private static void dimension(ObjectNode document, int d) {
    if (document.has("sphere")) {
      ((ObjectNode) document.get("sphere")).put("dimension", d);
    } else {
      document.put("dimension", d);
    }
  }

  private void dimension(ObjectNode document) {
    JsonNode now =
        document.has("sphere")
            ? document.get("sphere").get("dimension")
            : document.get("dimension");
    dimension(document, Math.max(2, now.asInt() + (random.nextBoolean() ? 1 : -1)));
  }

  /** All values that are numbers, by the object and the key that hold them. */
  private static void leaves(JsonNode node, List<Map.Entry<ObjectNode, String>> leaves) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        JsonNode value = entry.getValue();
        boolean isText = value.isTextual() && value.asText().matches("-?[0-9].*");
        if (isText || value.isInt() && !entry.getKey().equals("dimension")) {
          leaves.add(Map.entry(object, entry.getKey()));
        }
        leaves(value, leaves);
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(child -> leaves(child, leaves));
    }
  }

  private String number(ObjectNode document) {
    List<Map.Entry<ObjectNode, String>> leaves = new ArrayList<>();
    leaves(document, leaves);
    leaves.removeIf(leaf -> leaf.getValue().equals("k") && random.nextInt(4) > 0);
    if (leaves.isEmpty()) {
      return "nothing";
    }
    Map.Entry<ObjectNode, String> leaf = one(leaves);
    ObjectNode parent = leaf.getKey();
    String key = leaf.getValue();
    String text = parent.get(key).asText();
    if (key.equals("lower") || key.equals("upper")) {
      return interval(parent);
    }
    if (parent.get(key).isInt()) {
      parent.put(key, Math.max(1, parent.get(key).asInt() + one(List.of(-2, -1, 1, 2))));
      return key;
    }
    if (text.matches("[0-9]+")) {
      parent.put(
          key, Long.toString(Math.max(0, Long.parseLong(text) + one(List.of(-2, -1, 1, 2)))));
      return key;
    }
    if (text.contains("/")) {
      parent.put(key, one(List.of("1/2", "3/2", "5/3", "2", "7")));
      return key;
    }
    boolean isSize = key.equals("radius") || key.equals("height");
    BigDecimal value = new BigDecimal(text);
    put(parent, key, isSize && random.nextBoolean() ? shrunk(value) : scaled(value));
    return key;
  }

  /** A region inside, of a size that is a double. */
  private BigDecimal shrunk(BigDecimal size) {
    return new BigDecimal(size.doubleValue() * (0.02 + 0.98 * random.nextDouble()));
  }

  private BigDecimal scaled(BigDecimal value) {
    return switch (random.nextInt(7)) {
      case 0 -> value.multiply(new BigDecimal("0.5"));
      case 1 -> value.multiply(new BigDecimal("0.999999"));
      case 2 -> value.multiply(new BigDecimal("1.000001"));
      case 3 -> value.multiply(BigDecimal.TEN);
      case 4 -> value.multiply(new BigDecimal("1e-30"));
      case 5 -> value.negate();
      default -> BigDecimal.ZERO;
    };
  }

  /** The ends of an interval: wider, narrower, elsewhere, the wrong way round. */
  private String interval(ObjectNode node) {
    BigDecimal lower = new BigDecimal(node.get("lower").asText());
    BigDecimal upper = new BigDecimal(node.get("upper").asText());
    BigDecimal size = lower.abs().max(upper.abs()).max(new BigDecimal("1e-20"));
    BigDecimal step = size.multiply(new BigDecimal(one(List.of("1e-9", "1e-3", "1"))));
    switch (random.nextInt(10)) {
      case 0 -> {
        ends(node, size.negate(), size);
        return "across zero";
      }
      case 1 -> {
        ends(node, new BigDecimal("-1e99999"), new BigDecimal("1e99999"));
        return "everything";
      }
      case 2 -> {
        ends(node, upper, lower);
        return "ends swapped";
      }
      case 3 -> {
        ends(node, upper.negate(), lower.negate());
        return "negated";
      }
      case 4 -> {
        ends(node, lower.add(step), upper.add(step));
        return "moved up";
      }
      case 5 -> {
        ends(node, lower.subtract(step), upper.subtract(step));
        return "moved down";
      }
      case 6 -> {
        ends(node, BigDecimal.ZERO, BigDecimal.ZERO);
        return "zero";
      }
      case 7 -> {
        ends(node, lower, lower);
        return "a point";
      }
      case 8 -> {
        ends(node, lower.subtract(step), upper.add(step));
        return "wider";
      }
      default -> {
        ends(node, upper.add(step), upper.add(step).add(step));
        return "beside";
      }
    }
  }

  private static void ends(ObjectNode node, BigDecimal lower, BigDecimal upper) {
    put(node, "lower", lower);
    put(node, "upper", upper);
  }

  private static void put(ObjectNode node, String key, BigDecimal value) {
    node.put(key, notation(value.round(new MathContext(800))));
  }

  /** As the documents write numbers. */
  static String notation(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal stripped = value.stripTrailingZeros();
    String digits = stripped.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - stripped.scale();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return (stripped.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
  }

  private String drop(ObjectNode evidence) {
    String key =
        one(List.of("tails", "expansions", "geometric", "enclosures", "enclosures", "regions"));
    JsonNode node = evidence.get(key);
    if (node instanceof ArrayNode array && !array.isEmpty()) {
      array.remove(random.nextInt(array.size()));
    } else if (key.equals("regions")) {
      evidence.remove("regions");
    }
    return "without one of " + key;
  }

  private String duplicate(ObjectNode evidence) {
    String key = one(List.of("tails", "expansions", "geometric", "enclosures"));
    if (evidence.get(key) instanceof ArrayNode array && !array.isEmpty()) {
      ObjectNode copy = array.get(random.nextInt(array.size())).deepCopy();
      if (copy.has("parity") && random.nextBoolean()) {
        copy.put("parity", copy.get("parity").asText().equals("even") ? "odd" : "even");
        array.removeAll();
        array.add(copy);
        return "the other parity alone";
      }
      array.add(copy);
    }
    return "one of " + key + " twice";
  }

  private String constants(ObjectNode document) {
    if (!(document.get("conclusion") instanceof ObjectNode conclusion) || conclusion.isEmpty()) {
      return "nothing";
    }
    List<String> names = new ArrayList<>();
    conclusion.fieldNames().forEachRemaining(names::add);
    String name = one(names);
    JsonNode value = conclusion.get(name);
    if (random.nextBoolean()) {
      conclusion.remove(name);
    }
    if (random.nextBoolean()) {
      conclusion.set(
          one(List.of("c3.even", "least", "constant.odd", "supremum")), value.deepCopy());
    }
    return "other constants";
  }

  /** The list of zeros of a proof of semidefiniteness, longer, shorter or shifted. */
  private String zeros(ObjectNode zeros) {
    ArrayNode frequencies = (ArrayNode) zeros.get("frequencies");
    ObjectNode from = (ObjectNode) zeros.get("from");
    String parity = one(List.of("even", "odd"));
    switch (random.nextInt(4)) {
      case 0 -> frequencies.add(Integer.toString(random.nextInt(12)));
      case 1 -> frequencies.removeAll();
      case 2 -> from.remove(parity);
      default -> {
        int first = parity.equals("even") ? 0 : 1;
        from.put(parity, Integer.toString(first + 2 * random.nextInt(6)));
      }
    }
    return "other zeros";
  }

  private String opposite(ObjectNode document) {
    if (random.nextInt(3) == 0) {
      document.put("statement", one(STATEMENTS));
      return "another statement";
    }
    if (document.has("refutation") && random.nextBoolean()) {
      document.remove("refutation");
      JsonNode conclusion = one(others).get("conclusion");
      document.set(
          "conclusion", conclusion == null ? document.objectNode() : conclusion.deepCopy());
      return "proven";
    }
    document.remove("conclusion");
    document.remove("zeros");
    document.put("refutation", one(REFUTATIONS));
    return "another reason";
  }

  private String parity(ObjectNode evidence) {
    String key = laws(evidence);
    for (JsonNode tail : evidence.get(key)) {
      String now = tail.get("parity").asText();
      ((ObjectNode) tail).put("parity", now.equals("even") ? "odd" : "even");
      if (random.nextBoolean()) {
        long from = Long.parseLong(tail.get("from").asText());
        ((ObjectNode) tail).put("from", Long.toString(from + 1));
      }
    }
    return "parities exchanged";
  }

  /** Under which key the evidence says how the eigenvalues decay. */
  private static String laws(ObjectNode evidence) {
    return evidence.has("expansions")
        ? "expansions"
        : evidence.has("geometric") ? "geometric" : "tails";
  }

  /** A tail from another frequency on, with a rest that may well hold there. */
  private String otherStart(ObjectNode evidence) {
    String key = laws(evidence);
    if (!(evidence.get(key) instanceof ArrayNode tails) || tails.isEmpty()) {
      return "nothing";
    }
    ObjectNode tail = (ObjectNode) tails.get(random.nextInt(tails.size()));
    long now = Long.parseLong(tail.get("from").asText());
    long from;
    if (key.equals("expansions") && random.nextInt(3) == 0) {
      // where 2 k0 > s for the first time: the expansion holds, the law not yet
      String[] s = tail.get("terms").get(0).get("exponent").asText().split("/");
      long half = Math.max(0, Long.parseLong(s[0]) / (s.length > 1 ? Long.parseLong(s[1]) : 1)) / 2;
      from = (half + 1) % 2 == now % 2 ? half + 1 : half + 2;
    } else {
      from =
          switch (random.nextInt(3)) {
            case 0 -> now + 2L * random.nextInt(8);
            case 1 -> Math.max(now % 2, now - 2L * random.nextInt(8));
            default -> now % 2 + 2L * random.nextInt(3);
          };
    }
    tail.put("from", Long.toString(from));
    if (key.equals("geometric")) {
      ObjectNode deviation = (ObjectNode) tail.get("deviation");
      ends(deviation, new BigDecimal("-9e-1"), new BigDecimal(one(List.of("1", "10", "1000"))));
    } else if (random.nextInt(4) > 0) {
      tail.put("rest", one(List.of("1e-1", "1e0", "1e1", "1e2")));
    }
    return "another start";
  }

  /** A part of another certificate in the place of the same part here. */
  private String transplant(ObjectNode document) {
    String key =
        one(
            List.of(
                "tails",
                "expansions",
                "geometric",
                "enclosures",
                "regions",
                "conclusion",
                "zeros"));
    JsonNode part = one(others).get(key);
    if (part != null && document.has(key)) {
      document.set(key, part.deepCopy());
    }
    return key + " of another";
  }

  /**
   * One kernel of a pair, with all that is said of it, is exchanged for one of another document.
   */
  private String evidenceOfAnother(ObjectNode document) {
    if (document.has("other")) {
      ObjectNode here = evidence(document);
      ObjectNode there = evidence(one(others)).deepCopy();
      EVIDENCE.forEach(key -> set(here, key, there.get(key)));
    }
    return "evidence of another";
  }

  private String swapKernels(ObjectNode document) {
    if (document.get("other") instanceof ObjectNode other) {
      for (String key : EVIDENCE) {
        JsonNode here = document.get(key);
        JsonNode there = other.get(key);
        set(document, key, there);
        set(other, key, here);
      }
    }
    return "kernels exchanged";
  }

  private static void set(ObjectNode node, String key, JsonNode value) {
    if (value == null) {
      node.remove(key);
    } else {
      node.set(key, value);
    }
  }

  /** A row of a frequency that has none, or of another one. */
  private String row(ObjectNode evidence) {
    ArrayNode rows = (ArrayNode) evidence.get("enclosures");
    ObjectNode row =
        rows.isEmpty() ? rows.addObject() : rows.get(random.nextInt(rows.size())).deepCopy();
    if (rows.isEmpty() || !row.has("k")) {
      row.put("lower", "0").put("upper", "1e0");
    }
    row.put("k", Integer.toString(random.nextInt(24)));
    if (!rows.isEmpty() && row.has("k") && rows.get(rows.size() - 1) != row) {
      rows.add(row);
    }
    return "a row more";
  }
}
