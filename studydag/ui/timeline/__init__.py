"""The programme to scale: where blocks stand, how they are painted, dragged and told to assistive technology."""
