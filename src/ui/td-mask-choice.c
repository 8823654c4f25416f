/* td-mask-choice.c: two rows that say what each choice means.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-mask-choice.h"

struct _TdMaskChoice
{
  AdwPreferencesGroup parent_instance;
  GtkCheckButton *masked;
};

G_DEFINE_FINAL_TYPE (TdMaskChoice, td_mask_choice, ADW_TYPE_PREFERENCES_GROUP)

static void
td_mask_choice_class_init (TdMaskChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-mask-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, TdMaskChoice, masked);
}

static void
td_mask_choice_init (TdMaskChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_mask_choice_is_masked:
 * @self: the choice
 *
 * Returns: whether personal data is to be masked
 */
gboolean
td_mask_choice_is_masked (TdMaskChoice *self)
{
  return gtk_check_button_get_active (self->masked);
}
