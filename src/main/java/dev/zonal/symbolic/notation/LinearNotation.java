package dev.zonal.symbolic.notation;

import java.util.List;
import java.util.stream.Collectors;
import org.matheclipse.core.interfaces.IExpr;

/**
 * A notation in characters, one after the other, with the signs that programming languages use
 * unless it has others.
 */
public abstract class LinearNotation extends Notation {
  private final String space;

  /**
   * @param space around the signs of products and quotients
   */
  LinearNotation(String space) {
    this.space = space;
  }

  @Override
  Text relation(String sign, Text left, Text right) {
    return new Text(left.text() + " " + sign + " " + right.text(), SUM);
  }

  @Override
  final Text sum(List<Term> terms) {
    StringBuilder text = new StringBuilder();
    for (Term term : terms) {
      if (term.negative()) {
        text.append(text.isEmpty() ? "-" : " - ").append(bind(term.text(), PRODUCT).text());
      } else {
        text.append(text.isEmpty() ? "" : " + ").append(term.text().text());
      }
    }
    return new Text(text.toString(), SUM);
  }

  @Override
  Text product(List<Text> factors) {
    String sign = space + "*" + space;
    return new Text(
        factors.stream().map(f -> bind(f, PRODUCT).text()).collect(Collectors.joining(sign)),
        PRODUCT);
  }

  @Override
  Text quotient(Text above, Text below) {
    String sign = space + "/" + space;
    return new Text(bind(above, PRODUCT).text() + sign + bind(below, POWER).text(), PRODUCT);
  }

  @Override
  Text negative(Text text) {
    return new Text("-" + bind(text, PRODUCT).text(), SUM);
  }

  @Override
  Text brackets(Text text) {
    return new Text("(" + text.text() + ")", ATOM);
  }

  /** And or Or. */
  final Text connective(String sign, List<IExpr> conditions) {
    return new Text(joined(conditions, " " + sign + " "), SUM);
  }

  final String joined(List<IExpr> list, String separator) {
    return list.stream().map(this::print).collect(Collectors.joining(separator));
  }
}
